import type { MailContent, MailPart } from "./compose-mail";
import { oneLine } from "./one-line";

const look = `
  body { margin: 0; background: #fcfbf8; color: #1c1d1f; font: 16px/1.5 "Public Sans", "Segoe UI", Roboto, Arial, sans-serif; }
  .mail { max-width: 36em; margin: 0 auto; padding: 24px 16px; }
  .program { color: #56565a; font-size: 14px; margin: 0; }
  h1 { font: 600 22px/1.3 Georgia, "Times New Roman", serif; margin: 4px 0 20px; }
  .part { border-top: 1px solid #dcd8cf; padding: 14px 0; }
  .part p { margin: 0 0 6px; }
  .quiet { color: #56565a; font-size: 14px; }
  a { color: #0b5563; }
  a.go { font-weight: 600; }
  .foot { border-top: 1px solid #dcd8cf; padding-top: 14px; color: #56565a; font-size: 14px; }
  @media (prefers-color-scheme: dark) {
    body { background: #191714; color: #ece8e0; }
    .program, .quiet, .foot { color: #b4aea3; }
    .part, .foot { border-color: #3c3832; }
    a { color: #74c5d3; }
  }`;

/** The same as the plain part, as a page that reads without its looks: a heading, paragraphs, links that say where they lead. */
export function mailHtml({ program, heading, parts, foot }: MailContent): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${text(heading)}</title>
<style>${look}
</style>
</head>
<body>
<div class="mail">
<p class="program">${text(program)}</p>
<h1>${text(heading)}</h1>
${parts.map(partHtml).join("\n")}
<div class="foot">
${foot.map(({ words, href }) => `<p>${text(words)} <a href="${text(href)}">${text(href.startsWith("http") && href.includes("/unsubscribe/") ? "no more mail" : "your settings")}</a></p>`).join("\n")}
</div>
</div>
</body>
</html>
`;
}

function partHtml({ words, facts, link }: MailPart): string {
  return `<div class="part">
<p>${text(words)}</p>
${facts.map((fact) => `<p class="quiet">${text(fact)}</p>`).join("\n")}
${link ? `<p><a class="go" href="${text(link.href)}">${text(link.label)}</a></p>` : ""}
</div>`;
}

const signs: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** Words and addresses that are never read as markup. */
function text(words: string): string {
  return oneLine(words).replace(/[&<>"']/g, (sign) => signs[sign] ?? sign);
}
