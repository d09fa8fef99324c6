import { usePageQuery } from "@kaidan/web-kit/apollo/usePageQuery";
import { getRouteApi } from "@tanstack/react-router";
import { MenuForm } from "./MenuForm";
import { WechatHeader } from "./WechatHeader";

const route = getRouteApi("/signedIn/wechat/menu");

/** The menu below the chat: written here, kept as a draft, published when it is ready. */
export function MenuPage() {
  const { data, refresh } = usePageQuery(route.useLoaderData());
  return (
    <>
      <WechatHeader />
      <MenuForm menu={data.wechatMenu} reload={async () => (await refresh())?.wechatMenu} />
    </>
  );
}
