// The servers that the suites use.
import { BARE_PYTHON } from "./harness/places";
import type { Wishes } from "./harness/server";

/** As a clerk has it who has installed Python and the extension, and nothing else. */
export const ORDINARY: Wishes = { name: "ordinary", path: [BARE_PYTHON] };

/** Workspaces are not trusted until the user says so. */
export const RESTRICTED: Wishes = {
  name: "restricted",
  path: [BARE_PYTHON],
  settings: {
    "security.workspace.trust.enabled": true,
    "security.workspace.trust.startupPrompt": "never",
    "security.workspace.trust.banner": "always",
  },
};

/** There is no Python at all. */
export const WITHOUT_PYTHON: Wishes = { name: "without-python", path: [] };
