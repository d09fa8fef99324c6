import type { Column } from "@kaidan/web-kit/ui/DataTable";
import { DateText } from "@kaidan/web-kit/ui/DateText";
import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import type { SubmittedCertificatesQuery } from "../../gql/graphql";

type Paper = SubmittedCertificatesQuery["submittedCertificates"]["edges"][number]["node"];

/** What is told of a paper in a list: of one that ends soon the days left, of one that waits since when. */
export function useCertificateColumns(view: "SUBMITTED" | "EXPIRING"): Column<Paper>[] {
  const { t } = useLingui();
  const last: Column<Paper> =
    view === "EXPIRING"
      ? { key: "left", head: t`剩余`, cell: ({ daysLeft }) => (daysLeft < 0 ? t`已过期` : t`${daysLeft} 天`) }
      : {
          key: "at",
          head: t`提交时间`,
          narrow: "hide",
          cell: ({ createdAt }) => <DateText at={createdAt} as="absolute" />,
        };
  return [
    { key: "kind", head: t`证书`, narrow: "title", cell: ({ kind }) => kind },
    {
      key: "supplier",
      head: t({ message: "服务商", context: "one" }),
      cell: ({ supplier }) =>
        supplier && (
          <Link to="/suppliers/$id" params={{ id: supplier.id }}>
            {supplier.name}
          </Link>
        ),
    },
    { key: "no", head: t`编号`, cell: ({ no }) => <span className="mono">{no}</span> },
    { key: "expiresOn", head: t`有效期至`, cell: ({ expiresOn }) => expiresOn },
    last,
    {
      key: "file",
      head: t`原件`,
      cell: ({ file, kind }) => (
        <a href={file.url} target="_blank" rel="noreferrer" aria-label={t`查看 ${kind} 原件`}>
          <Trans>查看</Trans>
        </a>
      ),
    },
  ];
}
