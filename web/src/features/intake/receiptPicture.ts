/** Lines of the receipt as a picture, for people who keep things among their photos. */
export interface PictureLine {
  text: string;
  large?: boolean;
}

const width = 720;
const margin = 40;
const lineHeight = 44;
const largeHeight = 60;

/** The most that a side of the QR code takes; its modules are whole pixels. */
const codeSide = 300;

/** Draws the lines and the QR code on white and hands them to the browser as a PNG to keep. */
export function saveAsPicture(lines: readonly PictureLine[], qr: readonly boolean[][], fileName: string): void {
  const font = getComputedStyle(document.body).fontFamily;
  const canvas = document.createElement('canvas');
  canvas.width = width;
  const text = lines.reduce((sum, { large }) => sum + (large === true ? largeHeight : lineHeight), 0);
  canvas.height = margin * 2 + text + codeSide;
  const pen = canvas.getContext('2d');
  if (pen === null) {
    return;
  }
  pen.fillStyle = 'white';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = 'black';
  pen.textBaseline = 'top';
  let top = margin;
  for (const { text, large } of lines) {
    pen.font = `${large === true ? '600 36px' : '26px'} ${font}`;
    pen.fillText(text, margin, top, width - margin * 2);
    top += large === true ? largeHeight : lineHeight;
  }
  drawCode(pen, qr, top);
  canvas.toBlob((blob) => {
    if (blob !== null) {
      offer(blob, fileName);
    }
  }, 'image/png');
}

function drawCode(pen: CanvasRenderingContext2D, qr: readonly boolean[][], top: number): void {
  const unit = Math.max(1, Math.floor(codeSide / qr.length));
  qr.forEach((row, y) =>
    row.forEach((dark, x) => {
      if (dark) {
        pen.fillRect(margin + x * unit, top + y * unit, unit, unit);
      }
    }),
  );
}

function offer(blob: Blob, fileName: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
}
