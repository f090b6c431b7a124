import type { ReactNode } from "react";
import type { Term } from "./term";

// Terms as their words: they stand in each panel of the review, and a page carries their elements once.

/** Where a term is explained on the page that it stands on. */
const termId = (term: Term): string => `term-${term}`;

/** A term where a figure uses it: leads to its explanation at the foot of the page. */
export const TermLink = ({ term, children }: { readonly term: Term; readonly children: ReactNode }) => (
  <a href={`#${termId(term)}`} className="term-link">
    {children}
  </a>
);

type Named = readonly [term: Term, name: string];

/** Terms side by side, each a link to its explanation. */
export const NamedTerms = ({ label, terms }: { readonly label: string; readonly terms: readonly Named[] }) => (
  <span className="term-links">
    <span className="sr-only">{label}</span>
    {terms.map(([term, name]) => (
      <TermLink key={term} term={term}>
        {name}
      </TermLink>
    ))}
  </span>
);

type Explained = readonly [...Named, ...sentences: readonly string[]];

/** Terms with what they mean, in sentences. */
export const TermSentences = ({ terms }: { readonly terms: readonly Explained[] }) => (
  <dl className="definitions">
    {terms.map(([term, name, ...sentences]) => (
      <div key={term} id={termId(term)}>
        <dt>{name}</dt>
        {sentences.map((sentence) => (
          <dd key={sentence}>{sentence}</dd>
        ))}
      </div>
    ))}
  </dl>
);
