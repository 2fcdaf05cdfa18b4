import { anyone } from "~/domain/access/may";
import { headLine } from "~/domain/records/head";
import { found } from "~/http/answer.server";
import { headsInPublic } from "~/queries/records/public-heads.server";

/** Ten years of signed heads, one a line, newest first. */
export async function loader() {
  const { heads } = found(await headsInPublic(anyone, { most: 3_660 }));
  return new Response(heads.map((head) => `${headLine(head)}\n`).join(""), { headers: { "Content-Type": "text/plain; charset=utf-8" } });
}
