import "@mantine/spotlight/styles.layer.css";
import { useQuery } from "@apollo/client/react";
import { useMe } from "@kaidan/web-kit/session/useMe";
import { stateWord } from "@kaidan/web-kit/vocabulary/state-words";
import { useLingui as useI18n } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import { useDebouncedValue } from "@mantine/hooks";
import { Spotlight, spotlight } from "@mantine/spotlight";
import { useRouter } from "@tanstack/react-router";
import { Keyboard, Search, ShoppingBag } from "lucide-react";
import { useEffect, useState } from "react";
import { FindOrdersDocument } from "../gql/graphql";
import { placesFor } from "./places";

const patienceMs = 200;
/** An order number is worth looking for from here on. */
const fewestLetters = 3;

type PaletteProps = {
  /** How often the palette was asked for; each time opens it. */
  searches: number;
  onHelp: () => void;
};

/** ⌘K: jumps to a page by its name and to an order by its number. A default export because it is loaded on demand. */
export default function Palette({ searches, onHelp }: PaletteProps) {
  const { t } = useLingui();
  const [query, setQuery] = useState("");
  useEffect(() => {
    if (searches > 0) spotlight.open();
  }, [searches]);
  const places = usePlaceMatches(query);
  const { orders, looking } = useOrderMatches(query);
  const router = useRouter();
  return (
    <Spotlight.Root query={query} onQueryChange={setQuery} shortcut={null} scrollable maxHeight="60dvh">
      <Spotlight.Search
        placeholder={t`页面名称或订单号`}
        aria-label={t`搜索页面和订单`}
        leftSection={<Search size={18} strokeWidth={1.5} aria-hidden />}
      />
      <Spotlight.ActionsList>
        {orders.length > 0 && (
          <Spotlight.ActionsGroup label={t`订单`}>
            {orders.map((order) => (
              <Spotlight.Action
                key={order.id}
                label={order.no}
                description={order.words}
                leftSection={<ShoppingBag size={18} strokeWidth={1.5} aria-hidden />}
                onClick={() => void router.navigate({ to: "/orders/$id", params: { id: order.id } })}
              />
            ))}
          </Spotlight.ActionsGroup>
        )}
        {places.length > 0 && (
          <Spotlight.ActionsGroup label={t`页面`}>
            {places.map(({ to, name, icon: Icon }) => (
              <Spotlight.Action
                key={to}
                label={name}
                leftSection={<Icon size={18} strokeWidth={1.5} aria-hidden />}
                onClick={() => void router.navigate({ to })}
              />
            ))}
            {query === "" && (
              <Spotlight.Action
                label={t`键盘快捷键`}
                leftSection={<Keyboard size={18} strokeWidth={1.5} aria-hidden />}
                onClick={onHelp}
              />
            )}
          </Spotlight.ActionsGroup>
        )}
        {orders.length + places.length === 0 && (
          <Spotlight.Empty>{looking ? t`正在查找…` : t`没有找到。请核对订单号。`}</Spotlight.Empty>
        )}
      </Spotlight.ActionsList>
    </Spotlight.Root>
  );
}

function usePlaceMatches(query: string) {
  const { i18n } = useI18n();
  const { can } = useMe();
  const wanted = query.trim().toLowerCase();
  return placesFor(can)
    .map(({ to, icon, label }) => ({ to, icon, name: i18n._(label) }))
    .filter(({ name }) => name.toLowerCase().includes(wanted));
}

/** Orders whose number, customer or phone matches; asked a moment after the last key, never kept. */
function useOrderMatches(query: string): { orders: { id: string; no: string; words: string }[]; looking: boolean } {
  const { i18n } = useI18n();
  const { can } = useMe();
  const [search] = useDebouncedValue(query.trim(), patienceMs);
  const worthIt = search.length >= fewestLetters && can("orders.read");
  const { data, loading } = useQuery(FindOrdersDocument, {
    variables: { search },
    skip: !worthIt,
    fetchPolicy: "no-cache",
  });
  const found = worthIt ? (data?.staffOrders.edges ?? []) : [];
  return {
    looking: loading || search !== query.trim(),
    orders: found.map(({ node: { id, no, customer, productTitle, state } }) => ({
      id,
      no,
      words: `${customer.displayName} · ${productTitle} · ${i18n._(stateWord("OrderState", state).word)}`,
    })),
  };
}
