import { Trans } from "@lingui/react/macro";
import { useState } from "react";
import { CitySelect } from "../../features/shelf/CitySelect";
import type { ConfigurableFragment } from "../../gql/graphql";
import { QuestionField } from "./QuestionField";
import css from "./Questions.module.css";
import type { Configurator } from "./useConfigurator";

type QuestionsProps = {
  product: ConfigurableFragment;
  configurator: Configurator;
  /** The visitor wanted to order: name every problem. */
  strict: boolean;
};

/** Where, how much, when: what the price and the work depend on. */
export function Questions({ product, configurator, strict }: QuestionsProps) {
  const { configuration, problems, answer, chooseCity } = configurator;
  const [touched, setTouched] = useState<ReadonlySet<string>>(new Set());
  return (
    <section className="card" aria-labelledby="questions">
      <div className={css.head}>
        <h2 id="questions">
          <Trans>您的情况</Trans>
        </h2>
        <CitySelect regions={product.regions} value={configuration.regionCode} onChange={chooseCity} />
      </div>
      {configuration.regionRefused && <RegionRefused product={product} code={configuration.regionCode} />}
      <div className={css.fields}>
        {product.inputs.map((question) => (
          <QuestionField
            key={question.code}
            question={question}
            value={configuration.answers[question.code] ?? ""}
            problem={strict || touched.has(question.code) ? problems.get(question.code) : undefined}
            onChange={(value) => answer(question.code, value)}
            onLeave={() => setTouched((old) => new Set(old).add(question.code))}
          />
        ))}
      </div>
    </section>
  );
}

function RegionRefused({ product, code }: { product: ConfigurableFragment; code: string | undefined }) {
  const shown = product.regions.find((region) => region.code === code)?.name;
  return (
    <output className={css.notice}>
      {shown ? <Trans>您选的城市暂未开通，下面是{shown}的价格。</Trans> : <Trans>这项服务暂未在任何城市开通。</Trans>}
    </output>
  );
}
