import { skipToken, useQuery } from "@apollo/client/react";
import { useEffect, useEffectEvent, useState } from "react";
import { type PriceFragment, PriceProductDocument, type PriceProductQuery } from "../../gql/graphql";
import type { Wishes } from "./configuration";

type Refusal = PriceProductQuery["priceProduct"]["userErrors"][number];

export type QuotedPrice = {
  /** The newest price; while another is asked, the one before it. Undefined when there is none. */
  price: PriceFragment | undefined;
  /** Something changed and its price is on the way. */
  busy: boolean;
  /** Why these wishes have no price. */
  refusal: Refusal | undefined;
  /** The server could not be reached. */
  failed: boolean;
  retry: () => void;
};

/** The server's price for these wishes, asked again a quarter of a second after the last change. */
export function usePrice(wishes: Wishes | undefined, delayMs = 250): QuotedPrice {
  const settled = useSettled(wishes, delayMs);
  const query = useQuery(
    PriceProductDocument,
    settled ? { variables: settled, fetchPolicy: "cache-and-network", notifyOnNetworkStatusChange: true } : skipToken,
  );
  const newest = query.data?.priceProduct;
  const shown = newest ?? (query.loading ? query.previousData?.priceProduct : undefined);
  const waiting = JSON.stringify(wishes) !== JSON.stringify(settled);
  return {
    price: shown?.price ?? undefined,
    busy: waiting || query.loading,
    refusal: waiting ? undefined : newest?.userErrors[0],
    failed: query.error !== undefined && !query.loading,
    retry: () => void query.refetch(),
  };
}

/** The first value at once, later ones when they have stood still for a while. */
function useSettled<T>(value: T, delayMs: number): T {
  const [settled, setSettled] = useState({ key: "", value });
  const key = JSON.stringify(value);
  const settle = useEffectEvent((settledKey: string) => setSettled({ key: settledKey, value }));
  useEffect(() => {
    const timer = setTimeout(() => settle(key), delayMs);
    return () => clearTimeout(timer);
  }, [key, delayMs]);
  return settled.value;
}
