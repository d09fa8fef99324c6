import { PhotoGrid } from "@kaidan/web-kit/ui/PhotoGrid";
import { Trans, useLingui } from "@lingui/react/macro";
import { useId } from "react";
import type { OrderPaperFragment } from "../../gql/graphql";
import css from "./ContractPage.module.css";

/** The signed pages as they were uploaded. */
export function ContractScans({ contract: { scans } }: { contract: OrderPaperFragment }) {
  const { t } = useLingui();
  const id = useId();
  if (scans.length === 0) return null;
  const photos = scans.filter(({ mime }) => mime.startsWith("image/"));
  const papers = scans.filter(({ mime }) => !mime.startsWith("image/"));
  return (
    <section className="card stack" aria-labelledby={id}>
      <h2 id={id}>
        <Trans>已上传的签署页</Trans>
      </h2>
      <div className={css.files}>
        <PhotoGrid photos={photos} label={t`签署页`} />
        {papers.map((paper) => (
          <a key={paper.id} href={paper.url}>
            <Trans>下载签署页（PDF）</Trans>
          </a>
        ))}
      </div>
    </section>
  );
}
