import { CategoryArt } from "@kaidan/web-kit/ui/CategoryArt";
import { Trans } from "@lingui/react/macro";
import { CitySelect } from "../../features/shelf/CitySelect";
import css from "./HomePage.module.css";

type HomeHeroProps = {
  regions: readonly { readonly code: string; readonly name: string }[];
  city: string | undefined;
  onCity: (regionCode: string | undefined) => void;
};

/** What this house does in one sentence, and the city everything below is for. */
export function HomeHero({ regions, city, onCity }: HomeHeroProps) {
  return (
    <section className={css.hero}>
      <div className={css.pitch}>
        <h1 className={css.slogan}>
          <Trans>从询价到验收，一张单说清楚</Trans>
        </h1>
        <p className={css.lead}>
          <Trans>下单前看清每一项价格，付款由平台代管，进度实时可见。</Trans>
        </p>
        <CitySelect regions={regions} value={city} onChange={onCity} everywhere />
      </div>
      <div className={css.scene} aria-hidden>
        <CategoryArt name="company" disc={false} />
        <CategoryArt name="renovation" />
        <CategoryArt name="wedding" disc={false} />
      </div>
    </section>
  );
}
