import { formatNumber } from "@kaidan/web-kit/format/numbers";
import { SoldBy } from "@kaidan/web-kit/ui/SoldBy";
import { Trans, useLingui } from "@lingui/react/macro";
import { Check, ChevronRight } from "lucide-react";
import { hasPrice, type Part } from "../../features/configure/configuration";
import type { ConfigurableFragment, PriceFragment } from "../../gql/graphql";
import css from "./Included.module.css";
import type { Configurator } from "./useConfigurator";

/** What is in it, in the order of the work: required and optional items, how much of each, and who does it. */
export function Included({ product, configurator }: { product: ConfigurableFragment; configurator: Configurator }) {
  const { parts } = configurator.configuration;
  const stages = [...new Set(parts.map(({ component }) => component.stage))].sort((a, b) => a - b);
  return (
    <section className="card" aria-labelledby="included">
      <h2 id="included">
        <Trans>包含的服务</Trans>
      </h2>
      {stages.map((stage, index) => (
        <div key={stage} className={css.stage}>
          {stages.length > 1 && <StageWords number={index + 1} />}
          <ul className="list">
            {parts
              .filter(({ component }) => component.stage === stage)
              .map((part) => (
                <PartRow key={part.component.id} part={part} product={product} configurator={configurator} />
              ))}
          </ul>
        </div>
      ))}
    </section>
  );
}

function StageWords({ number }: { number: number }) {
  return (
    <p className={css.stageWords}>
      <Trans>第 {number} 阶段</Trans>
    </p>
  );
}

type PartRowProps = { part: Part; product: ConfigurableFragment; configurator: Configurator };

function PartRow({ part, product, configurator }: PartRowProps) {
  const { i18n } = useLingui();
  const { component, selected } = part;
  const { item, required, choiceGroup } = component;
  const group = product.choiceGroups.find(({ code }) => code === choiceGroup);
  const line = configurator.quote.price?.lines.find(({ componentId }) => componentId === component.id);
  const name = i18n.locale === "en" ? item.nameEn : item.name;
  const words = (
    <span className={css.words}>
      <strong>{name}</strong>
      <span className="muted small">
        <Quantity part={part} priced={line?.quantity} />
      </span>
      <SoldBy mode={component.collectionMode} officialFee={component.officialFee} />
    </span>
  );
  return (
    <li className={css.part} data-selected={selected}>
      {required ? (
        <div className={css.item}>
          <Check className={css.check} size={18} strokeWidth={2.25} aria-hidden />
          {words}
        </div>
      ) : (
        <label className={css.item}>
          <input
            type={group?.max === 1 && group.min === 1 ? "radio" : "checkbox"}
            name={group ? `group-${group.code}` : undefined}
            checked={selected}
            onChange={(event) => configurator.select(item.code, event.currentTarget.checked)}
          />
          {words}
          <span className={css.optional}>{group ? <GroupWords group={group} /> : <Trans>可选</Trans>}</span>
        </label>
      )}
      {selected && product.supplierChoice !== "PLATFORM" && hasPrice(product) && (
        <SupplierLine name={name} line={line} onCompare={() => configurator.compare(item.code)} />
      )}
    </li>
  );
}

/** Which either-or it is one of, and how many of it are taken. */
function GroupWords({ group }: { group: ConfigurableFragment["choiceGroups"][number] }) {
  const { i18n } = useLingui();
  const { min, max } = group;
  const name = i18n.locale === "en" ? group.nameEn || group.name : group.name;
  if (min === max)
    return (
      <Trans>
        {name} · 选 {max} 项
      </Trans>
    );
  return (
    <Trans>
      {name} · 选 {min}–{max} 项
    </Trans>
  );
}

function Quantity({ part, priced }: { part: Part; priced: number | undefined }) {
  const { t } = useLingui();
  const { quantity, quantityKind, item } = part.component;
  const known = priced ?? (quantityKind === "FIXED" ? (quantity ?? 1) : undefined);
  return known === undefined ? t`按您填写的数量` : `${formatNumber(known)} ${item.unit}`;
}

type SupplierLineProps = { name: string; line: PriceFragment["lines"][number] | undefined; onCompare: () => void };

function SupplierLine({ name, line, onCompare }: SupplierLineProps) {
  const { t } = useLingui();
  return (
    <button type="button" className={css.supplier} onClick={onCompare} aria-haspopup="dialog">
      <span className={css.supplierWords}>
        <span className="visually-hidden">{t`${name}的服务商：`}</span>
        {line?.supplier ? line.supplier.name : t`平台推荐`}
        {line?.supplier && line.chosenByPlatform && (
          <span className={css.tag}>
            <Trans>平台推荐</Trans>
          </span>
        )}
      </span>
      <span className={css.change}>
        <Trans>比较服务商</Trans>
        <ChevronRight size={16} strokeWidth={1.75} aria-hidden />
      </span>
    </button>
  );
}
