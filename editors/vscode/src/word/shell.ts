// The page of the preview before there is anything in it.
import { escape } from "./drawing";

/** What the page is made of. */
export interface Shell {
  /** Of the page, as `zh-cn`. */
  readonly language: string;
  /** Admits our script and our style, and no others. */
  readonly nonce: string;
  /** The code itself: where several pages are loaded at a time, VS Code may fail to fetch what they refer to. */
  readonly script: string;
  /** The rules themselves. */
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

/** Its markup. It may load nothing, and run nothing but our own script. */
export function shell({ language, nonce, script, style, words }: Shell): string {
  const own = `'nonce-${nonce}'`;
  const policy = `default-src 'none'; style-src ${own}; script-src ${own}; base-uri 'none'; form-action 'none'`;
  const button = (id: string, text: string): string =>
    text === "" ? "" : `<button type="button" id="${id}">${escape(text)}</button>`;
  return `<!DOCTYPE html>
<html lang="${escape(language)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escape(policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<style nonce="${escape(nonce)}">${style}</style>
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
<script nonce="${escape(nonce)}">${script}</script>
</body>
</html>
`;
}
