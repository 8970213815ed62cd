/** Lines of the receipt as a picture, for people who keep things among their photos. */
export interface PictureLine {
  text: string;
  large?: boolean;
}

const width = 720;
const margin = 40;
const lineHeight = 44;
const largeHeight = 60;

/** Draws the lines on white and hands them to the browser as a PNG to keep. */
export function saveAsPicture(lines: readonly PictureLine[], fileName: string): void {
  const font = getComputedStyle(document.body).fontFamily;
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = margin * 2 + lines.reduce((sum, { large }) => sum + (large === true ? largeHeight : lineHeight), 0);
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
  canvas.toBlob((blob) => {
    if (blob !== null) {
      offer(blob, fileName);
    }
  }, 'image/png');
}

function offer(blob: Blob, fileName: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
}
