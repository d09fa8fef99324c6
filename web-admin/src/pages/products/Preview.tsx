import { CategoryArt } from "@kaidan/web-kit/ui/CategoryArt";
import { PhotoGrid } from "@kaidan/web-kit/ui/PhotoGrid";
import { useLingui } from "@lingui/react/macro";
import { useState } from "react";
import type { PreviewVersionFragment } from "../../gql/graphql";
import css from "./Preview.module.css";
import { PreviewChoices } from "./PreviewChoices";
import { PreviewPrice } from "./PreviewPrice";
import { PreviewQuestions } from "./PreviewQuestions";
import { firstConfiguration } from "./preview-configuration";

/** The product page in miniature: at the left what is offered and asked, at the right what it costs and when. */
export function Preview({ version }: { version: PreviewVersionFragment }) {
  const { t } = useLingui();
  const [configuration, setConfiguration] = useState(() => firstConfiguration(version));
  return (
    <div className={css.columns}>
      <article className={`card ${css.page}`}>
        {version.gallery.length > 0 ? (
          <PhotoGrid photos={version.gallery} label={t`商品照片`} />
        ) : (
          <div className={css.art}>
            <CategoryArt name={version.picture} size={120} />
          </div>
        )}
        <div>
          <h2 className={css.title}>{version.title}</h2>
          <p className="muted">{version.summary}</p>
        </div>
        <PreviewQuestions version={version} value={configuration} onChange={setConfiguration} />
        <PreviewChoices version={version} value={configuration} onChange={setConfiguration} />
        {version.description && <p className={css.description}>{version.description}</p>}
      </article>
      <aside className={css.side} aria-label={t`价格`}>
        <PreviewPrice version={version} configuration={configuration} />
      </aside>
    </div>
  );
}
