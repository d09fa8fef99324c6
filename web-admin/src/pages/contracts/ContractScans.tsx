import { formatBytes } from "@kaidan/web-kit/format/numbers";
import { PhotoStage } from "@kaidan/web-kit/ui/PhotoStage";
import { Trans, useLingui } from "@lingui/react/macro";
import { Section } from "../../features/console/Section";
import type { StaffContractDetailsFragment } from "../../gql/graphql";

/** The signed pages, as large as there is room; a PDF is downloaded. */
export function ContractScans({ contract: { scans, version } }: { contract: StaffContractDetailsFragment }) {
  const { t } = useLingui();
  if (scans.length === 0) return null;
  const photos = scans.filter(({ mime }) => mime.startsWith("image/"));
  const papers = scans.filter(({ mime }) => !mime.startsWith("image/"));
  return (
    <Section title={t`签署页`}>
      {photos.length > 0 && <PhotoStage key={version} photos={photos} label={t`签署页`} />}
      {papers.map((paper) => (
        <a key={paper.id} href={paper.url}>
          <Trans>下载签署页（PDF）</Trans> <small className="muted">{formatBytes(paper.bytes)}</small>
        </a>
      ))}
    </Section>
  );
}
