import { FileUpload } from "@kaidan/web-kit/forms/FileUpload";
import type { UploadedFile } from "@kaidan/web-kit/forms/upload";
import { documentWords } from "@kaidan/web-kit/vocabulary/plain-words";
import { useLingui as useI18n } from "@lingui/react";
import { useLingui } from "@lingui/react/macro";
import { TextInput } from "@mantine/core";
import type { DocumentKind } from "../../gql/graphql";
import type { Paper } from "./papers";
import css from "./Steps.module.css";

const perKind = 5;

type PaperFieldProps = {
  kind: DocumentKind;
  papers: readonly Paper[];
  error?: string;
  onChange: (papers: Paper[]) => void;
};

/** The papers of one kind: their files, and below each the day it ends. */
export function PaperField({ kind, papers, error, onChange }: PaperFieldProps) {
  const { t } = useLingui();
  const { i18n } = useI18n();
  const name = i18n._(documentWords[kind]);
  const keep = (files: readonly UploadedFile[]): Paper[] =>
    files.map((file) => papers.find((paper) => paper.file.id === file.id) ?? { kind, file, expiresOn: null });
  return (
    <section className={`card ${css.paper}`} aria-label={name}>
      <FileUpload
        purpose="APPLICATION"
        label={kind === "BUSINESS_LICENCE" ? t`${name}（必需）` : t`${name}（选填）`}
        value={papers.map(({ file }) => file)}
        max={perKind}
        error={error}
        onChange={(files) => onChange(keep(files))}
      />
      {papers.map(({ file, expiresOn }, index) => {
        const number = index + 1;
        return (
          <TextInput
            key={file.id}
            className={css.expiry}
            type="date"
            label={papers.length > 1 ? t`第 ${number} 份有效期至` : t`有效期至`}
            description={t`长期有效可以不填`}
            value={expiresOn ?? ""}
            onChange={(event) => {
              const day = event.currentTarget.value || null;
              onChange(papers.map((paper) => (paper.file.id === file.id ? { ...paper, expiresOn: day } : paper)));
            }}
          />
        );
      })}
    </section>
  );
}
