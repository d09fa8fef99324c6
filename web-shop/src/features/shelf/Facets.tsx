import { formatMoneyShort } from "@kaidan/web-kit/format/money";
import { waysToBuyWords } from "@kaidan/web-kit/vocabulary/plain-words";
import { Trans, useLingui } from "@lingui/react/macro";
import { SlidersHorizontal } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import type { ShelfFacetsFragment } from "../../gql/graphql";
import css from "./Facets.module.css";
import { choicesOf, type ShelfView } from "./shelf-search";

type FacetsProps = {
  facets: ShelfFacetsFragment;
  view: ShelfView;
  onView: (view: ShelfView) => void;
  /** Offered where the shelf is not a category itself. */
  withCategories?: boolean;
};

/** What the shelf can be narrowed by, with how much each choice leaves: chips behind a button on a phone, a rail on a desk. */
export function Facets({ facets, view, onView, withCategories = false }: FacetsProps) {
  const { t, i18n } = useLingui();
  const [open, setOpen] = useState(false);
  const groups = useId();
  const chosen = choicesOf(view);
  const modes = facets.saleModes.filter(({ mode }) => facets.saleModes.length > 1 || mode === view.mode);
  return (
    <section className={css.facets} aria-label={t`筛选`}>
      <button
        type="button"
        className={css.toggle}
        aria-expanded={open}
        aria-controls={groups}
        onClick={() => setOpen(!open)}
      >
        <SlidersHorizontal size={16} strokeWidth={1.75} aria-hidden />
        {chosen > 0 ? <Trans>筛选（{chosen}）</Trans> : <Trans>筛选</Trans>}
      </button>
      <div id={groups} className={css.groups} data-open={open}>
        {withCategories && (facets.categories.length > 1 || view.in) && (
          <Group title={t`分类`}>
            {facets.categories.map(({ category, count }) => (
              <Chip
                key={category.id}
                count={count}
                on={view.in === category.slug}
                onPress={(on) => onView({ ...view, in: on ? category.slug : undefined })}
              >
                {i18n.locale === "en" ? category.nameEn : category.name}
              </Chip>
            ))}
          </Group>
        )}
        <Group title={t`价格`}>
          {facets.prices.map(({ from, below, count }) => {
            const price = `${from}-${below ?? ""}`;
            return (
              <Chip
                key={price}
                count={count}
                on={view.price === price}
                onPress={(on) => onView({ ...view, price: on ? price : undefined })}
              >
                <Band from={from} below={below ?? null} />
              </Chip>
            );
          })}
        </Group>
        <Group title={t`评分`}>
          {facets.marks.map(({ leastMark, count }) => {
            const mark = leastMark === 4.5 ? "4.5" : "4";
            return (
              <Chip
                key={mark}
                count={count}
                on={view.mark === mark}
                onPress={(on) => onView({ ...view, mark: on ? mark : undefined })}
              >
                <Trans>{mark} 分及以上</Trans>
              </Chip>
            );
          })}
        </Group>
        {modes.length > 0 && (
          <Group title={t`购买方式`}>
            {modes.map(({ mode, count }) => (
              <Chip
                key={mode}
                count={count}
                on={view.mode === mode}
                onPress={(on) => onView({ ...view, mode: on ? mode : undefined })}
              >
                {i18n._(waysToBuyWords[mode])}
              </Chip>
            ))}
          </Group>
        )}
        {chosen > 0 && (
          <button type="button" className={css.clear} onClick={() => onView({ region: view.region, sort: view.sort })}>
            <Trans>清除筛选</Trans>
          </button>
        )}
      </div>
    </section>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className={css.group}>
      <legend>{title}</legend>
      <div className={css.chips}>{children}</div>
    </fieldset>
  );
}

type ChipProps = { count: number; on: boolean; onPress: (on: boolean) => void; children: ReactNode };

/** A choice that leaves nothing can't be made, only taken back. */
function Chip({ count, on, onPress, children }: ChipProps) {
  return (
    <button
      type="button"
      className={css.chip}
      aria-pressed={on}
      disabled={count === 0 && !on}
      onClick={() => onPress(!on)}
    >
      <span>{children}</span>
      <span className={css.count}>{count >= 1_000 ? "999+" : count}</span>
    </button>
  );
}

function Band({ from, below }: { from: string; below: string | null }) {
  const [least, most] = [formatMoneyShort(from), below === null ? "" : formatMoneyShort(below)];
  if (below === null) return <Trans>{least} 以上</Trans>;
  return from === "0" ? <Trans>{most} 以下</Trans> : <Trans>{`${least}–${most}`}</Trans>;
}
