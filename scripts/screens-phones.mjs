/**
 * The phones' page with somebody's WeChat on it: bound as a person would, asked for 进度, answered. `person` asks GraphQL
 * as the customer; returns when the answer can be seen.
 */
export async function showPhones({ page, person, sandbox }) {
  const { phones } = await control(sandbox, "GET", "/control/state");
  const phone = phones[0];
  await control(sandbox, "POST", `/control/phones/${phone.id}/follow`, {});
  const { beginWechatBinding } = await person(
    "mutation { beginWechatBinding(input: {}) { scene { id qrText } userErrors { code } } }",
  );
  const { id, qrText } = beginWechatBinding.scene;
  await control(sandbox, "POST", `/control/phones/${phone.id}/scan`, { text: qrText });
  const code = await until(async () => /确认码：(\d{4})/.exec(await said(sandbox, phone))?.[1]);
  await person(
    `mutation { confirmWechatBinding(input: { sceneId: "${id}", code: "${code}" }) { userErrors { code } } }`,
  );
  for (const text of ["进度", "4"]) {
    const before = (await said(sandbox, phone)).length;
    await control(sandbox, "POST", `/control/phones/${phone.id}/text`, { text });
    await until(async () => (await said(sandbox, phone)).length > before + text.length + 20);
  }
  await page.goto(sandbox.control);
  await page
    .getByRole("button", { name: /开单服务/ })
    .first()
    .click();
  await page
    .getByText(/查看详情/)
    .last()
    .waitFor();
}

async function said(sandbox, { id }) {
  const { items } = await control(sandbox, "GET", `/control/phones/${id}/chat`);
  return items.map(({ text }) => text ?? "").join("\n");
}

async function control({ control: origin, controlToken }, method, path, body) {
  const answer = await fetch(origin + path, {
    method,
    headers: { "x-sandbox-token": controlToken, ...(body ? { "content-type": "application/json" } : {}) },
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
  return answer.status === 204 ? null : answer.json();
}

async function until(ask) {
  for (let tries = 0; tries < 300; tries += 1) {
    const found = await ask();
    if (found) return found;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error("Waited in vain for the chat.");
}
