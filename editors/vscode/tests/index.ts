// All suites, in one process: they share servers and a browser.
import { after } from "node:test";
import { stopServers } from "./harness/servers";
import { closeBrowser } from "./harness/window";
import "./api/commands";
import "./api/drafting";
import "./api/running";
import "./api/trust";
import "./ui/drafting";
import "./ui/first";
import "./ui/word";

after(async () => {
  await closeBrowser();
  await stopServers();
});
