// The page of the preview before there is anything in it.
import { escape } from "./drawing";

/** What the page is made of. */
export interface Shell {
  /** Of the page, as `zh-cn`. */
  readonly language: string;
  /** Admits our script, and no other. */
  readonly nonce: string;
  /** Where our style comes from, as a policy names it. */
  readonly source: string;
  readonly script: string;
  readonly style: string;
  readonly words: {
    readonly title: string;
    readonly readonly: string;
    readonly previous: string;
    readonly next: string;
    readonly showText: string;
    /** Empty where Word cannot be opened from here. */
    readonly openInWord: string;
    readonly toolbar: string;
    readonly draft: string;
    readonly loading: string;
  };
}

/** Its markup. It may load nothing but our own style and script. */
export function shell({ language, nonce, source, script, style, words }: Shell): string {
  const policy = `default-src 'none'; style-src ${source}; script-src 'nonce-${nonce}'; base-uri 'none'; form-action 'none'`;
  const button = (id: string, text: string): string =>
    text === "" ? "" : `<button type="button" id="${id}">${escape(text)}</button>`;
  return `<!DOCTYPE html>
<html lang="${escape(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escape(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="${escape(style)}">
<title>${escape(words.title)}</title>
</head>
<body>
<header role="toolbar" aria-label="${escape(words.toolbar)}">
<span id="readonly">${escape(words.readonly)}</span>
<span id="count" role="status"></span>
${button("previous", words.previous)}
${button("next", words.next)}
${button("showText", words.showText)}
${button("openInWord", words.openInWord)}
</header>
<p id="notice" role="alert" hidden></p>
<main id="draft" lang="zh-CN" aria-label="${escape(words.draft)}" aria-busy="true">${escape(words.loading)}</main>
<script nonce="${escape(nonce)}" src="${escape(script)}"></script>
</body>
</html>
`;
}
