import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { personOf } from "~/http/actor.server";
import { found } from "~/http/answer.server";
import { glossaryPage } from "~/queries/glossary/glossary-page.server";
import { ButtonLink } from "~/ui/button";
import { GlossaryList } from "~/ui/glossary-list";
import { PageHead } from "~/ui/page-head";

export const meta: MetaFunction = () => [{ title: "Glossary - Concord" }];

export async function loader({ request }: LoaderFunctionArgs) {
  return found(await glossaryPage(await personOf(request), null));
}

export default function Glossary() {
  const { terms, mayDefine } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead
        title="Glossary"
        above={<a href="/documents">Documents</a>}
        lead="The words that carry weight in the program's texts, and what they mean in every one of them."
        actions={mayDefine ? <ButtonLink href="/glossary/new">Add a term</ButtonLink> : undefined}
      />
      <GlossaryList terms={terms} />
    </>
  );
}
