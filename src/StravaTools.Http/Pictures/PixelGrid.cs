namespace StravaTools.Http.Pictures;

/// <summary>The pixels of a picture: four bytes each (red, green, blue, alpha), row by row.</summary>
/// <param name="bytes">The bytes.</param>
/// <param name="width">Pixels, as stored.</param>
/// <param name="height">Pixels, as stored.</param>
/// <param name="orientation">The EXIF orientation, 1 to 8: how the picture is shown.</param>
internal sealed class PixelGrid(byte[] bytes, int width, int height, int orientation = 1)
{
    private const int Channels = 4;
    private const int Colors = 3;

    public byte[] Bytes => bytes;

    public int Width => width;

    public int Height => height;

    /// <summary>
    /// Returns the picture in a smaller or equal size, over white, as it is shown. Each pixel is the average of the area that it covers.
    /// </summary>
    /// <param name="newWidth">The new width, as stored; at least 1 is used.</param>
    /// <param name="newHeight">The new height, as stored; at least 1 is used.</param>
    public PixelGrid ScaleTo(int newWidth, int newHeight)
    {
        newWidth = Math.Clamp(newWidth, 1, width);
        newHeight = Math.Clamp(newHeight, 1, height);
        var result = CreateShown(newWidth, newHeight);
        var columns = AreaShare.Compute(width, newWidth);
        var rows = AreaShare.Compute(height, newHeight);
        var (line, current, next) = (new float[newWidth * Colors], new float[newWidth * Colors], new float[newWidth * Colors]);
        for (var y = 0; y < height; y++)
        {
            ShrinkRow(y, columns, line);
            AddWeighted(line, rows[y].First, current);
            AddWeighted(line, rows[y].Second, next);
            if (y == height - 1 || rows[y + 1].Index > rows[y].Index)
            {
                result.WriteRow(current, rows[y].Index, newWidth, newHeight, orientation);
                (current, next) = (next, current);
                Array.Clear(next);
            }
        }

        return result;
    }

    /// <summary>From orientation 5 on, rows and columns are exchanged.</summary>
    private PixelGrid CreateShown(int newWidth, int newHeight)
    {
        var pixels = new byte[newWidth * newHeight * Channels];
        if (orientation is >= 5 and <= 8)
        {
            return new PixelGrid(pixels, newHeight, newWidth);
        }

        return new PixelGrid(pixels, newWidth, newHeight);
    }

    /// <summary>Blends a row with white and distributes it over the columns of the result.</summary>
    private void ShrinkRow(int y, AreaShare[] columns, float[] line)
    {
        Array.Clear(line);
        var row = bytes.AsSpan(y * width * Channels, width * Channels);
        for (var x = 0; x < width; x++)
        {
            var pixel = row.Slice(x * Channels, Channels);
            var share = columns[x];
            var alpha = pixel[3] / 255f;
            for (var color = 0; color < Colors; color++)
            {
                var value = (pixel[color] * alpha) + (255 * (1 - alpha));
                line[(share.Index * Colors) + color] += value * share.First;
                if (share.Second > 0)
                {
                    line[((share.Index + 1) * Colors) + color] += value * share.Second;
                }
            }
        }
    }

    private static void AddWeighted(float[] line, float weight, float[] sum)
    {
        for (var i = 0; weight > 0 && i < line.Length; i++)
        {
            sum[i] += line[i] * weight;
        }
    }

    private void WriteRow(float[] row, int y, int storedWidth, int storedHeight, int orientation)
    {
        for (var x = 0; x < storedWidth; x++)
        {
            var (left, top) = FindPlace(x, y, storedWidth, storedHeight, orientation);
            var pixel = bytes.AsSpan(((top * width) + left) * Channels, Channels);
            for (var color = 0; color < Colors; color++)
            {
                pixel[color] = (byte)Math.Clamp(row[(x * Colors) + color] + 0.5f, 0, 255);
            }

            pixel[3] = 255;
        }
    }

    /// <summary>Where a pixel is shown (EXIF 2.32, tag 0x0112).</summary>
    private static (int Left, int Top) FindPlace(int x, int y, int storedWidth, int storedHeight, int orientation)
    {
        var (right, bottom) = (storedWidth - 1 - x, storedHeight - 1 - y);
        return orientation switch
        {
            2 => (right, y),
            3 => (right, bottom),
            4 => (x, bottom),
            5 => (y, x),
            6 => (bottom, x),
            7 => (bottom, right),
            8 => (y, right),
            _ => (x, y),
        };
    }
}
