// The interpreters that Python's extensions have chosen. Neither is required, and neither may hold us up.
import * as vscode from "vscode";

const LIMIT = 5_000;

interface Environments {
  getEnvironment(scope: vscode.Uri | undefined): Promise<{ execInfo?: { run?: { executable?: string } } } | undefined>;
  readonly onDidChangeEnvironment?: vscode.Event<unknown>;
}

interface Python {
  readonly environments?: {
    getActiveEnvironmentPath(resource?: vscode.Uri): { readonly path: string };
    resolveEnvironment(
      path: unknown,
    ): Promise<{ readonly executable: { readonly uri: vscode.Uri | undefined } } | undefined>;
    readonly onDidChangeActiveEnvironmentPath?: vscode.Event<unknown>;
  };
}

/** The choice of the extension Python Environments; `undefined` if there is none. */
export async function ofEnvironments(): Promise<string | undefined> {
  const api = await inTime(environmentsExtension()?.activate());
  const environment = await inTime(api?.getEnvironment(folder()));
  return environment?.execInfo?.run?.executable;
}

/** The choice of the extension Python; `undefined` if there is none. */
export async function ofPython(): Promise<string | undefined> {
  const environments = (await inTime(pythonExtension()?.activate()))?.environments;
  const environment = await inTime(environments?.resolveEnvironment(environments.getActiveEnvironmentPath(folder())));
  return environment?.executable.uri?.fsPath;
}

/** Call back when either of them chooses another one. An extension that is not active has not been asked by us yet. */
export function onDidChoose(changed: () => void): vscode.Disposable {
  const environments = ifActive(environmentsExtension())?.onDidChangeEnvironment;
  const python = ifActive(pythonExtension())?.environments?.onDidChangeActiveEnvironmentPath;
  return vscode.Disposable.from(...[environments, python].flatMap((event) => (event ? [event(changed)] : [])));
}

function folder(): vscode.Uri | undefined {
  return vscode.workspace.workspaceFolders?.[0]?.uri;
}

function environmentsExtension(): vscode.Extension<Environments> | undefined {
  return vscode.extensions.getExtension("ms-python.vscode-python-envs");
}

function pythonExtension(): vscode.Extension<Python> | undefined {
  return vscode.extensions.getExtension("ms-python.python");
}

function ifActive<Api>(extension: vscode.Extension<Api> | undefined): Api | undefined {
  return extension?.isActive ? extension.exports : undefined;
}

/** What another extension answers, unless it takes too long or fails: that is its matter, not ours. */
async function inTime<Answer>(answer: Thenable<Answer> | undefined): Promise<Answer | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(resolve, LIMIT, undefined);
  });
  try {
    return await Promise.race([answer, late]);
  } catch {
    return undefined;
  } finally {
    clearTimeout(timer);
  }
}
