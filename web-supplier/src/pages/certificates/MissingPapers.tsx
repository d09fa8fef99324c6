import { Trans, useLingui } from "@lingui/react/macro";
import { LinkButton } from "../../features/frame/LinkButton";
import css from "./CertificatesPage.module.css";

type Need = { kind: string; met: boolean; item: { id: string; name: string; nameEn: string } };

/** Services that get no work because a paper is missing, and the way to mend it. */
export function MissingPapers({ needs, manages }: { needs: readonly Need[]; manages: boolean }) {
  const { t, i18n } = useLingui();
  const missing = [...new Set(needs.filter(({ met }) => !met).map(({ kind }) => kind))];
  if (missing.length === 0) return null;
  const named = (kind: string) =>
    needs
      .filter((need) => need.kind === kind && !need.met)
      .map(({ item }) => (i18n.locale === "en" ? item.nameEn : item.name))
      .join("、");
  return (
    <section className={css.missing} aria-label={t`缺少的证书`}>
      {missing.map((kind) => {
        const items = named(kind);
        return (
          <div key={kind} className={css.head}>
            <span>
              <Trans>
                缺少有效的 <strong>{kind}</strong>，{items} 暂停派单。
              </Trans>
            </span>
            {manages && (
              <LinkButton to="/certificates" search={{ add: kind }} size="xs">
                <Trans>上传</Trans>
              </LinkButton>
            )}
          </div>
        );
      })}
    </section>
  );
}
