import { useApolloClient } from "@apollo/client/react";
import { useLingui } from "@lingui/react";
import { useEffect, useMemo, useState } from "react";
import { ProductSuggestionsDocument, type ProductSuggestionsQuery } from "../../gql/graphql";
import { pastSearches } from "./past-searches";

/** Something to choose below the search field. */
export type SearchOption = {
  readonly kind: "QUERY" | "CATEGORY" | "PRODUCT" | "PAST";
  readonly text: string;
  /** Where choosing it leads, within the shop. */
  readonly path: string;
};

type Suggested = ProductSuggestionsQuery["productSuggestions"][number];

/** Typing may go on: the server is asked when it pauses. */
const PAUSE_MS = 120;

/** What to offer for the words typed so far; without words, what was searched for before. */
export function useSearchOptions(typed: string) {
  const { i18n } = useLingui();
  const words = typed.trim();
  const [past, setPast] = useState(pastSearches.all);
  const found = useSuggested(words);
  const english = i18n.locale === "en";
  const list = useMemo<readonly SearchOption[]>(
    () =>
      words === ""
        ? past.map((text) => ({ kind: "PAST", text, path: pathOf(text) }))
        : found.map((each) => optionOf(each, english)),
    [words, past, found, english],
  );
  return {
    list,
    past: words === "" && past.length > 0,
    forget: () => {
      pastSearches.forget();
      setPast([]);
    },
  };
}

function useSuggested(words: string): readonly Suggested[] {
  const client = useApolloClient();
  const [found, setFound] = useState<readonly Suggested[]>([]);
  useEffect(() => {
    if (words === "") return;
    let late = false;
    const ask = async () => {
      const { data } = await client.query({ query: ProductSuggestionsDocument, variables: { typed: words } });
      if (!late && data) setFound(data.productSuggestions);
    };
    // Without an answer one searches as before.
    const timer = setTimeout(() => void ask().catch(() => undefined), PAUSE_MS);
    return () => {
      late = true;
      clearTimeout(timer);
    };
  }, [client, words]);
  return found;
}

function optionOf({ kind, text, textEn, slug }: Suggested, english: boolean): SearchOption {
  if (kind === "QUERY") return { kind, text, path: pathOf(text) };
  return { kind, text: english ? (textEn ?? text) : text, path: `${kind === "CATEGORY" ? "c" : "p"}/${slug}` };
}

const pathOf = (words: string): string => `search?${new URLSearchParams({ q: words })}`;
