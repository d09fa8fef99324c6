import { formatBytes } from "@kaidan/web-kit/format/numbers";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { EmptyState } from "@kaidan/web-kit/ui/EmptyState";
import { PhotoGrid } from "@kaidan/web-kit/ui/PhotoGrid";
import { ToneTag } from "@kaidan/web-kit/ui/StatusTag";
import { useNow } from "@kaidan/web-kit/ui/useNow";
import { documentWords } from "@kaidan/web-kit/vocabulary/plain-words";
import { useLingui as useI18n } from "@lingui/react";
import { Trans, useLingui } from "@lingui/react/macro";
import { FileText, TriangleAlert } from "lucide-react";
import { Section } from "../../features/console/Section";
import type { ApplicationFragment } from "../../gql/graphql";
import css from "./ApplicationDocuments.module.css";

type Paper = ApplicationFragment["documents"][number];

/** The papers: pictures open in the viewer, PDFs as a file; what expires says when. */
export function ApplicationDocuments({ documents }: { documents: readonly Paper[] }) {
  const { t } = useLingui();
  return (
    <Section title={t`证件材料`}>
      {documents.length === 0 && <EmptyState title={t`没有上传材料`} />}
      <ul className={`list ${css.papers}`}>
        {documents.map((paper) => (
          <PaperCard key={paper.file.id} paper={paper} />
        ))}
      </ul>
    </Section>
  );
}

function PaperCard({ paper: { kind, file, expiresOn } }: { paper: Paper }) {
  const { i18n } = useI18n();
  const name = i18n._(documentWords[kind]);
  return (
    <li className={css.paper}>
      <h3>{name}</h3>
      {file.mime.startsWith("image/") ? (
        <PhotoGrid photos={[file]} label={name} />
      ) : (
        <a className={css.file} href={file.url} target="_blank" rel="noreferrer">
          <FileText size={20} strokeWidth={1.5} aria-hidden />
          <span>
            <Trans>打开 PDF</Trans>
            <small className="muted"> {formatBytes(file.bytes)}</small>
          </span>
        </a>
      )}
      {expiresOn && <Expiry on={expiresOn} />}
    </li>
  );
}

function Expiry({ on }: { on: string }) {
  const now = useNow();
  const over = Date.parse(`${on}T23:59:59+08:00`) < now;
  if (!over) {
    return (
      <p className="muted small">
        <Trans>
          有效期至 <DateText at={on} as="day" />
        </Trans>
      </p>
    );
  }
  return (
    <ToneTag tone="danger" icon={TriangleAlert}>
      <Trans>
        已于 <DateText at={on} as="day" /> 过期
      </Trans>
    </ToneTag>
  );
}
