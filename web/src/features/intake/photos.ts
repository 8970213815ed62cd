const longest = 2048;
const quality = 0.85;
const small = 300 * 1024;

/**
 * A photo made fit for a phone's network: at most 2,048 pixels on its long side. Drawing it anew also leaves out where
 * and when it was taken. What the browser cannot draw (HEIC, broken files) goes as it is; the server cleans it.
 */
export async function shrink(file: File): Promise<File> {
  if (!/^image\/(jpeg|png|webp|bmp)$/.test(file.type) || typeof createImageBitmap !== 'function') {
    return file;
  }
  const picture = await drawable(file);
  if (picture === null) {
    return file;
  }
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height));
  const keepsPng = file.type === 'image/png' && file.size <= small && scale === 1;
  const blob = await draw(picture, scale, keepsPng ? 'image/png' : 'image/jpeg');
  picture.close();
  return blob === null ? file : new File([blob], renamed(file.name, blob.type), { type: blob.type });
}

async function drawable(file: File): Promise<ImageBitmap | null> {
  try {
    return await createImageBitmap(file, { imageOrientation: 'from-image' });
  } catch (error) {
    if (error instanceof DOMException || error instanceof TypeError) {
      return null;
    }
    throw error;
  }
}

function draw(picture: ImageBitmap, scale: number, type: string): Promise<Blob | null> {
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  const pen = canvas.getContext('2d');
  if (pen === null) {
    return Promise.resolve(null);
  }
  pen.fillStyle = 'white';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob(resolve, type, quality));
}

const renamed = (name: string, type: string): string =>
  type === 'image/jpeg' ? `${name.replace(/\.(jpe?g|png|webp|bmp)$/i, '')}.jpg` : name;
