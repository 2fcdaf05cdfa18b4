const empty = new Set("area base br col embed hr img input link meta source track wbr".split(" "));
const tokens = /<!--.*?-->|<!doctype[^>]*>|<script[^>]*>[\s\S]*?<\/script>|<(\/?)([a-z][\w-]*)((?:\s+[^\s=>/]+(?:="[^"]*")?)*)\s*\/?>|([^<]+)/gi;
const attribute = /([^\s=]+)(?:="([^"]*)")?/g;
const named = { class: "className", for: "htmlFor", colspan: "colSpan", rowspan: "rowSpan", tabindex: "tabIndex", datetime: "dateTime", maxlength: "maxLength", autocomplete: "autoComplete", novalidate: "noValidate", charset: "charSet" };
const entities = { amp: "&", lt: "<", gt: ">", quot: '"', "#x27": "'" };

/** Reads a page that React wrote back into elements: [name, attributes, children]. Its scripts are left out. */
export function elementsOf(html) {
  const root = ["root", {}, []];
  const open = [root];
  for (const [whole, closes, name, attributes, text] of html.matchAll(tokens)) {
    const children = open.at(-1)[2];
    if (text !== undefined) children.push(decoded(text));
    else if (name === undefined) continue;
    else if (closes) open.pop();
    else {
      const made = [name, attributesOf(attributes), []];
      children.push(made);
      if (!empty.has(name.toLowerCase()) && !whole.endsWith("/>")) open.push(made);
    }
  }
  const [, attributes, [head, body]] = root[2].find(([name]) => name === "html");
  return { attributes, head: head[2], body: body[2] };
}

function attributesOf(text) {
  return Object.fromEntries([...text.matchAll(attribute)].map(([, name, value]) => [named[name] ?? name, value === undefined || (value === "" && name !== "value" && name !== "alt") ? true : decoded(value)]));
}

function decoded(text) {
  return text.replace(/&(amp|lt|gt|quot|#x27);/g, (_, name) => entities[name]);
}
