import type { LoaderFunctionArgs } from "@remix-run/node";
import { missing } from "~/domain/access/ruling";
import { found } from "~/http/answer.server";

/** The page of an act or a file that has none of its own, when it could not be done; the server asks for it, nobody else. */
export function loader({ context: { refused } }: LoaderFunctionArgs) {
  if (!refused) return found(missing);
  throw new Response(refused.words, { status: refused.status });
}

export default function Refused() {
  return null;
}
