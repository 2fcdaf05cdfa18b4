import { visibilityNames } from "~/domain/documents/description";
import { kindNames } from "~/domain/documents/kinds";
import { Day } from "./dates";
import type { DocumentPageProps } from "./document-page";
import type { Fact } from "./key-facts";
import { ReviewDue } from "./review-page";

/** What is known of a document beside its text: where it is in force and in whose words, who keeps it, when it is reviewed. */
export function documentFacts({ document, agencies, edition, review, timeZone, may }: DocumentPageProps): Fact[] {
  return [
    ...(edition
      ? agencies.map(({ organizationId, organizationName, inForce, coming }) => ({
          term: organizationName,
          fact: (
            <>
              {inForce ? (
                <>
                  {`Edition ${inForce.number}, in force since `}
                  <Day at={inForce.since} timeZone={timeZone} />
                  {inForce.until && (
                    <>
                      {", an interim order until "}
                      <Day at={inForce.until} timeZone={timeZone} />
                    </>
                  )}
                  {inForce.own && (
                    <>
                      {", with its own changes: "}
                      <a href={`/documents/${document.id}?edition=${inForce.number}&agency=${organizationId}`}>
                        read its text<span className="visually-hidden">{`, ${organizationName}`}</span>
                      </a>
                    </>
                  )}
                </>
              ) : (
                "Not in force"
              )}
              {coming && (
                <>
                  {`. Edition ${coming.number} comes into force on `}
                  <Day at={coming.from} timeZone={timeZone} />
                </>
              )}
            </>
          ),
        }))
      : [{ term: "Applies to", fact: agencies.map(({ organizationName }) => organizationName).join(", ") || "No agency yet" }]),
    { term: "Kind", fact: document.topic ? `${kindNames[document.kind]}, ${document.topic}` : kindNames[document.kind] },
    { term: "Kept by", fact: document.organization.name },
    ...(review
      ? [
          {
            term: "Review",
            fact: (
              <>
                <ReviewDue review={review} /> <a href={`/documents/${document.id}/review`}>Reviews</a>
              </>
            ),
          },
        ]
      : []),
    {
      term: "Who may see it",
      fact: (
        <>
          {visibilityNames[document.visibility]} {may.share && <a href={`/documents/${document.id}/visibility`}>Change who may see it</a>}
        </>
      ),
    },
  ];
}
