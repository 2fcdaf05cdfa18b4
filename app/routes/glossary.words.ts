import type { LoaderFunctionArgs } from "@remix-run/node";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { glossaryWords } from "~/queries/glossary/glossary-words.server";

/** The glossary for the editor, which marks its words while a text is written. */
export async function loader({ request }: LoaderFunctionArgs) {
  const { terms } = found(await glossaryWords(await personOf(request), null));
  return Response.json({ terms }, { headers: { "Cache-Control": "private, no-store" } });
}
