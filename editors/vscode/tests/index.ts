// All suites, in one process: they share servers and a browser.
import { after } from "node:test";
import { stopServers } from "./harness/servers";
import { closeBrowser } from "./harness/window";
import "./api/drafting";

after(async () => {
  await closeBrowser();
  await stopServers();
});
