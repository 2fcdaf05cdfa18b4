import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { anyone } from "~/domain/access/may";
import { found } from "~/http/answer.server";
import { libraryIndex } from "~/queries/library/library-index.server";
import { LibraryIndex } from "~/ui/library-index";

export const handle = { published: true };

export const meta: MetaFunction = () => [
  { title: "Library - Concord" },
  { name: "description", content: "Policies and procedures in force, and the record of how each was decided." },
  { tagName: "link", rel: "alternate", type: "application/atom+xml", title: "New editions and overdue answers", href: "/library/feed.xml" },
];

export async function loader({ request }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams;
  const search = asked.get("search")?.slice(0, 100) ?? "";
  const order: "topic" | "number" = asked.get("by") === "number" ? "number" : "topic";
  const { documents, plans, clock, commentRounds, now } = found(await libraryIndex(anyone, search));
  return { documents, plans, clock, commentRounds, now, search, order };
}

export default function Library() {
  return <LibraryIndex {...useLoaderData<typeof loader>()} />;
}
