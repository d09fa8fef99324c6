import { getRouteApi, useRouter } from "@tanstack/react-router";
import { useEffect, useEffectEvent, useRef, useState } from "react";
import {
  type Configuration,
  configure,
  explicitSearch,
  type Problem,
  priceVariables,
  problemsOf,
} from "../../features/configure/configuration";
import type { ConfigurationSearch } from "../../features/configure/configuration-search";
import { type QuotedPrice, usePrice } from "../../features/configure/usePrice";
import { keptCity } from "../../features/shelf/kept-city";
import type { ConfigurableFragment } from "../../gql/graphql";

const route = getRouteApi("/shop/p/$slug");

export type Configurator = {
  readonly configuration: Configuration;
  readonly quote: QuotedPrice;
  /** What keeps the visitor from ordering, by question. */
  readonly problems: ReadonlyMap<string, Problem>;
  /** The address of the checkout with everything spelled out. */
  readonly checkoutSearch: ConfigurationSearch;
  /** The item whose suppliers are being compared, by its code. */
  readonly comparing: string | undefined;
  answer: (code: string, value: string) => void;
  select: (itemCode: string, selected: boolean) => void;
  /** Null lets the platform choose. */
  chooseSupplier: (itemCode: string, supplierId: string | null) => void;
  chooseCity: (regionCode: string | undefined) => void;
  compare: (itemCode: string) => void;
  stopComparing: () => void;
};

/** A visitor's wishes for one product: they live in the address, and the server prices them. */
export function useConfigurator(product: ConfigurableFragment): Configurator {
  const { compare: comparing, ...search } = route.useSearch();
  const navigate = route.useNavigate();
  const router = useRouter();
  const [openedHere, setOpenedHere] = useState(false);
  const configuration = configure(product, search);
  const quote = usePrice(priceVariables(product, configuration));

  const change = (part: ConfigurationSearch) =>
    void navigate({
      search: (old) => ({ ...old, region: configuration.regionCode, ...part }),
      replace: true,
      resetScroll: false,
    });

  // "Back" closes the sheet by leaving its entry in the history, and the choice made there comes along.
  const chosen = useRef<ConfigurationSearch>(undefined);
  const takeAlong = useEffectEvent((isOpen: boolean) => {
    if (isOpen || !chosen.current) return;
    change(chosen.current);
    chosen.current = undefined;
  });
  useEffect(() => takeAlong(comparing !== undefined), [comparing]);

  return {
    configuration,
    quote,
    problems: problemsOf(product, configuration),
    checkoutSearch: explicitSearch(configuration),
    comparing,
    answer: (code, value) => change({ [`i.${code}`]: value }),
    select: (itemCode, selected) => change(selection(product, itemCode, selected)),
    chooseSupplier: (itemCode, supplierId) => {
      // Where one supplier does everything, the choice for one item is the choice for all.
      const others = product.supplierChoice === "CUSTOMER_PER_PRODUCT" ? product.components : [];
      const cleared = Object.fromEntries(others.map(({ item }) => [`s.${item.code}` as const, undefined]));
      chosen.current = { ...cleared, [`s.${itemCode}`]: supplierId ?? undefined };
      change(chosen.current);
    },
    chooseCity: (region) => {
      keptCity.keep(region);
      change({ region });
    },
    // An entry of its own in the history, so that "back" closes the sheet.
    compare: (itemCode) => {
      setOpenedHere(true);
      void navigate({ search: (old) => ({ ...old, compare: itemCode }), resetScroll: false });
    },
    stopComparing: () => {
      if (openedHere) return router.history.back();
      void navigate({ search: (old) => ({ ...old, compare: undefined }), replace: true, resetScroll: false });
    },
  };
}

/** What choosing an item writes into the address; of a group of which one is taken, the others are left out with it. */
function selection(product: ConfigurableFragment, itemCode: string, selected: boolean): ConfigurationSearch {
  const own: ConfigurationSearch = { [`c.${itemCode}`]: selected ? "1" : "0" };
  const code = product.components.find(({ item }) => item.code === itemCode)?.choiceGroup;
  const group = product.choiceGroups.find((each) => each.code === code);
  if (!selected || group?.max !== 1) return own;
  const others = product.components.filter(({ choiceGroup, item }) => choiceGroup === code && item.code !== itemCode);
  return { ...Object.fromEntries(others.map(({ item }) => [`c.${item.code}` as const, "0"])), ...own };
}
