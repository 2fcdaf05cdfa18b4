import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { anyone } from "~/domain/access/may";
import { found } from "~/http/answer.server";
import { frontPage } from "~/queries/home/front-page.server";
import { AccessibilityStatement } from "~/ui/accessibility-statement";

export const handle = { published: true };

export const meta: MetaFunction = () => [{ title: "Accessibility - Concord" }];

export async function loader() {
  const { program } = found(await frontPage(anyone, null));
  return { program: program?.name ?? "the program" };
}

export default function Accessibility() {
  return <AccessibilityStatement {...useLoaderData<typeof loader>()} />;
}
