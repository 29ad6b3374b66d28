// Names of Word files, and of the texts that they are shown as.

const SHOWN_AS = ".txt";

/** Whether a path is that of a Word file which can be reviewed; Word's own lock files only look like one. */
export function isWordFile(path: string): boolean {
  return /\.doc[xm]$/i.test(path) && !isLockFile(path);
}

/** Whether a path is that of a file by which Word and WPS say that another is open. */
export function isLockFile(path: string): boolean {
  return nameOf(path).startsWith("~$");
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/** Path of the text that a Word file is shown as. */
export function textPath(path: string): string {
  return path + SHOWN_AS;
}

/** Path of the Word file that a text shows. */
export function wordPath(path: string): string {
  return path.endsWith(SHOWN_AS) ? path.slice(0, -SHOWN_AS.length) : path;
}
