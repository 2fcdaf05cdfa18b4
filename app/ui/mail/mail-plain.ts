import type { MailContent } from "./compose-mail";
import { oneLine } from "./one-line";

/** The plain part: one thing a paragraph, each link on a line of its own. */
export function mailPlain({ program, heading, parts, foot }: MailContent): string {
  const blocks = [
    `${oneLine(program)}\n${oneLine(heading)}`,
    ...parts.map(({ words, facts, link }) => [oneLine(words), ...facts.map(oneLine), ...(link ? [`${link.label}:`, link.href] : [])].join("\n")),
    ["-- ", ...foot.map(({ words, href }) => `${oneLine(words)}\n${href}`)].join("\n"),
  ];
  return `${blocks.join("\n\n")}\n`;
}
