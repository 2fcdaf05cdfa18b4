/** Text as it may stand in an XML part: escaped, and without the control characters that XML forbids. */
export function escaped(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/"/g, "&quot;");
}

/** An element with attributes; without content it is empty. */
export function element(name: string, attributes: Record<string, string | number> = {}, content = ""): string {
  const written = Object.entries(attributes).map(([attribute, value]) => ` ${attribute}="${escaped(String(value))}"`).join("");
  return content ? `<${name}${written}>${content}</${name}>` : `<${name}${written}/>`;
}

/** The commonest element of Word: one value in `w:val`. */
export function valued(name: string, value: string | number): string {
  return element(name, { "w:val": value });
}
