import { expect, type Page } from '@playwright/test';
import { receipt } from './report';
import { next, openWizard, tellMerchant, wish } from './wizard';

/** What only the keeper may open: who reported, and what the photo tells of the telephone. */
export const secret = {
  name: '密报样',
  phone: '13800001357',
  address: '样例县藏名巷八十八号',
  email: 'mibao@example.org',
  camera: 'CAMERA-OF-THE-REPORTER',
};
export const batch = `LIFE-${Date.now() % 10_000_000}`;

/** A photo as a telephone takes it, with the camera's name in its Exif. */
async function photo(page: Page): Promise<Buffer> {
  const plain = await page.evaluate(() => {
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = 64;
    canvas.getContext('2d')?.fillRect(0, 0, 40, 40);
    return canvas.toDataURL('image/jpeg').replace(/^.*,/, '');
  });
  const make = Buffer.from(`${secret.camera}\0`, 'latin1');
  // one directory with one entry: 271, the maker, as letters that stand behind the directory
  const tiff = Buffer.alloc(26);
  tiff.write('MM\0*', 0, 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(1, 8);
  tiff.writeUInt16BE(271, 10);
  tiff.writeUInt16BE(2, 12);
  tiff.writeUInt32BE(make.length, 14);
  tiff.writeUInt32BE(26, 18);
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, make]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(exif.length + 2, 2);
  const jpeg = Buffer.from(plain, 'base64');
  return Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)]);
}

/** A report with a name that is to stay secret, and a photo. */
export async function report(page: Page): Promise<{ no: string; code: string }> {
  await openWizard(page);
  await page.getByLabel('经过').fill(`店里卖的酸奶批号${batch}已经发霉还在卖，货架上有三十盒。`);
  await next(page).click();
  await tellMerchant(page);
  await wish(page, '查处商家的违法行为（举报）');
  await page.locator('#evidence').setInputFiles({ name: '货架.jpg', mimeType: 'image/jpeg', buffer: await photo(page) });
  await expect(page.getByText('已传好', { exact: true })).toBeVisible();
  await next(page).click();
  await page.getByLabel('您的姓名').fill(secret.name);
  await page.getByLabel('电话', { exact: false }).first().fill(secret.phone);
  await page.getByLabel('通讯地址').fill(secret.address);
  await page.getByLabel('电子邮箱', { exact: false }).fill(secret.email);
  await next(page).click();
  await page.getByLabel('我对举报内容的真实性负责').check();
  await page.getByRole('button', { name: '提交举报' }).click();
  return receipt(page);
}
