import { Outlet, Scripts, useLoaderData, useLocation } from "@remix-run/react";
import { createElement } from "react";

/** A page of ours as elements, with nothing behind it: no database, no rights, no rules. */
export function loader({ request, context }) {
  return context.pages[new URL(request.url).pathname.slice(1)];
}

export default function Bare() {
  const { attributes, head, body } = useLoaderData();
  const scripts = useLocation().search === "?scripts";
  return (
    <html {...attributes}>
      <head>{head.map(element)}</head>
      <body>
        {body.map(element)}
        <Outlet />
        {scripts && <Scripts />}
      </body>
    </html>
  );
}

function element(node, key) {
  if (typeof node === "string") return node;
  const [name, attributes, children] = node;
  return children.length > 0 ? createElement(name, { ...attributes, key }, children.map(element)) : createElement(name, { ...attributes, key });
}
