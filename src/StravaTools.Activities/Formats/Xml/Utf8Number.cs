using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace StravaTools.Activities.Formats.Xml;

/// <summary>
/// Parses decimal numbers directly from UTF-8, with the same result as <see cref="double.Parse(string)"/> to the last bit. Speed matters:
/// Garmin writes positions with up to 29 digits, and a ride has tens of thousands of them.
/// </summary>
internal static class Utf8Number
{
    /// <summary>This many digits always fit 64 bits.</summary>
    private const int MaxDigits = 19;

    /// <summary>5 to this power fits 64 bits, which makes the multiplication below exact enough to be sure.</summary>
    private const int MaxDecimals = 27;

    private const int MantissaBits = 52;
    private const int ExponentBias = 1023;

    /// <summary>A sign, a point, and fifteen digits, which fit 53 bits.</summary>
    private const int MaxShortLength = 16;

    private static readonly double[] PowersOfTen =
        [1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15];

    /// <summary>1 / 5^n as 128 bits with the highest one set, rounded up.</summary>
    private static readonly (ulong High, ulong Low)[] Reciprocals = [.. Enumerable.Range(0, MaxDecimals + 1).Select(ReciprocalOf)];

    /// <summary>A finite number, by <see cref="NumberStyles.Float"/> in the invariant culture.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out double value) =>
        TryParsePlain(text, out value)
        || (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out value) && double.IsFinite(value));

    /// <summary>An optional minus sign, and digits with an optional point among them.</summary>
    private static bool TryParsePlain(ReadOnlySpan<byte> text, out double value)
    {
        value = 0;
        var isNegative = text.Length > 0 && text[0] == '-';
        var unsigned = isNegative ? text[1..] : text;
        if (TryParseVector(unsigned, out value) || (unsigned.Length <= MaxShortLength && TryParseShort(unsigned, out value)))
        {
            value = isNegative ? -value : value;
            return true;
        }

        var digits = new Digits(unsigned);
        if (!digits.TryRead() || digits.Decimals > MaxDecimals)
        {
            return false;
        }

        value = ScaleByPowerOfTen(digits.Number, digits.Decimals);

        // With digits cut off, the number lies between this one and the next. Usually both round to the same double.
        if (digits.IsCut && !value.Equals(ScaleByPowerOfTen(digits.Number + 1, digits.Decimals)))
        {
            return false;
        }

        value = isNegative ? -value : value;
        return true;
    }

    /// <summary>
    /// Usual positions: a point among up to 15 digits, or after one to three of up to 31. Unlike a loop over digits, a vector does not wait
    /// for each multiplication.
    /// </summary>
    private static bool TryParseVector(ReadOnlySpan<byte> text, out double value)
    {
        value = 0;
        return Ssse3.IsSupported && text.Length switch
        {
            < 8 => false,
            <= MaxShortLength => TryParseShortVector(text, out value),
            <= 32 => TryParseLongVector(text, out value),
            _ => false,
        };
    }

    /// <summary>Up to 15 digits fit 53 bits, as in <see cref="TryParseShort"/>.</summary>
    private static bool TryParseShortVector(ReadOnlySpan<byte> text, out double value)
    {
        // The first and the last eight characters, which may overlap: nothing outside the text is read.
        var length = text.Length;
        var first = BinaryPrimitives.ReadUInt64LittleEndian(text);
        var last = BinaryPrimitives.ReadUInt64LittleEndian(text[(length - 8)..]);
        var lanes = Vector128.Create(first, last).AsByte() - Vector128.Create((byte)'0');
        var nonDigits = FindNonDigits(lanes);
        nonDigits = (nonDigits & 0xFF) | ((nonDigits >> 8) << (length - 8));
        value = 0;
        var point = BitOperations.TrailingZeroCount(nonDigits);
        if (BitOperations.PopCount(nonDigits) != 1 || text[point] != '.')
        {
            return false;
        }

        // Each lane takes its character: to the right, and without the point.
        var from = Vector128.Create((sbyte)0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15) - Vector128.Create((sbyte)(17 - length));
        from -= Vector128.GreaterThanOrEqual(from, Vector128.Create((sbyte)point));
        from += Vector128.GreaterThan(from, Vector128.Create((sbyte)7)) & Vector128.Create((sbyte)(16 - length));
        value = ReadDigits(Ssse3.Shuffle(lanes, from.AsByte())) / PowersOfTen[length - point - 1];
        return true;
    }

    /// <summary>The first 19 digits. The point is among the first four characters.</summary>
    private static bool TryParseLongVector(ReadOnlySpan<byte> text, out double value)
    {
        const int HeadDigits = 15;
        var length = text.Length;
        value = 0;
        var head = Vector128.Create(text) - Vector128.Create((byte)'0');
        var tail = Vector128.Create(text[(length - 16)..]) - Vector128.Create((byte)'0');
        var nonDigits = FindNonDigits(head) | (FindNonDigits(tail) << (length - 16));
        var point = BitOperations.TrailingZeroCount(nonDigits);
        if (BitOperations.PopCount(nonDigits) != 1 || point > 3 || text[point] != '.')
        {
            return false;
        }

        var from = Vector128.Create((sbyte)-1, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14);
        from -= Vector128.GreaterThanOrEqual(from, Vector128.Create((sbyte)point));
        var number = ReadDigits(Ssse3.Shuffle(head, from.AsByte()));
        var more = Math.Min(length - 16, MaxDigits - HeadDigits);
        for (var i = 0; i < more; i++)
        {
            number = (number * 10) + (uint)(text[16 + i] - '0');
        }

        var decimals = HeadDigits + more - point;
        value = ScaleByPowerOfTen(number, decimals);

        // With digits cut off, the number lies between this one and the next. Usually both round to the same double.
        return length - 16 == more || value.Equals(ScaleByPowerOfTen(number + 1, decimals));
    }

    /// <summary>A bit for each lane that is not a digit from 0 to 9.</summary>
    private static uint FindNonDigits(Vector128<byte> lanes) =>
        Vector128.GreaterThan(lanes, Vector128.Create((byte)9)).ExtractMostSignificantBits();

    /// <summary>The number of sixteen digits: pairs, then fours, then eights, are added up within the vector.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong ReadDigits(Vector128<byte> digits)
    {
        var pairs = Ssse3.MultiplyAddAdjacent(digits, Vector128.Create((sbyte)10, 1, 10, 1, 10, 1, 10, 1, 10, 1, 10, 1, 10, 1, 10, 1));
        var fours = Sse2.MultiplyAddAdjacent(pairs, Vector128.Create((short)100, 1, 100, 1, 100, 1, 100, 1));
        var packed = Sse2.PackSignedSaturate(fours, fours);
        var eights = Sse2.MultiplyAddAdjacent(packed, Vector128.Create((short)10_000, 1, 10_000, 1, 10_000, 1, 10_000, 1)).AsUInt32();
        return (eights[0] * 100_000_000UL) + eights[1];
    }

    /// <summary>
    /// Digits that fit 53 bits, with a point among them. Both the digits and the power of ten are exact doubles, so their quotient is
    /// correctly rounded (Clinger, "How to Read Floating Point Numbers Accurately", 1990).
    /// </summary>
    private static bool TryParseShort(ReadOnlySpan<byte> text, out double value)
    {
        value = 0;
        var number = 0UL;
        var point = -1;
        for (var i = 0; i < text.Length; i++)
        {
            var digit = (uint)(text[i] - '0');
            if (digit <= 9)
            {
                number = (number * 10) + digit;
            }
            else if (text[i] == '.' && point < 0)
            {
                point = i;
            }
            else
            {
                return false;
            }
        }

        if (point < 0)
        {
            value = number;
            return text.Length is > 0 and < MaxShortLength;
        }

        value = number / PowersOfTen[text.Length - point - 1];
        return text.Length > 1;
    }

    /// <summary>
    /// number / 10^decimals, correctly rounded: Eisel and Lemire's algorithm (Lemire, "Number Parsing at a Gigabyte per Second", 2021),
    /// for the few powers of ten that are needed.
    /// </summary>
    private static double ScaleByPowerOfTen(ulong number, int decimals)
    {
        if (number == 0)
        {
            return 0;
        }

        var zeros = BitOperations.LeadingZeroCount(number);
        var (high, low) = Multiply(number << zeros, Reciprocals[decimals]);
        var upper = (int)(high >> 63);
        var shift = upper + 64 - MantissaBits - 3;
        var mantissa = high >> shift;
        if (low <= 1 && decimals <= 4 && (mantissa & 3) == 1 && mantissa << shift == high)
        {
            // Exactly between two doubles: round to the even one.
            mantissa &= ~1UL;
        }

        mantissa = (mantissa + (mantissa & 1)) >> 1;
        var exponent = ((-decimals * 217_706) >> 16) + 63 + upper - zeros + ExponentBias;
        if (mantissa >= 2UL << MantissaBits)
        {
            mantissa = 1UL << MantissaBits;
            exponent++;
        }

        return BitConverter.UInt64BitsToDouble((mantissa & ~(1UL << MantissaBits)) | ((ulong)exponent << MantissaBits));
    }

    private static (ulong High, ulong Low) Multiply(ulong number, (ulong High, ulong Low) reciprocal)
    {
        const ulong UndecidedBits = ulong.MaxValue >> (MantissaBits + 3);
        var high = Math.BigMul(number, reciprocal.High, out var low);
        if ((high & UndecidedBits) == UndecidedBits)
        {
            var carry = Math.BigMul(number, reciprocal.Low, out _);
            low += carry;
            high += low < carry ? 1UL : 0;
        }

        return (high, low);
    }

    private static (ulong High, ulong Low) ReciprocalOf(int power)
    {
        if (power == 0)
        {
            return (1UL << 63, 0);
        }

        var divisor = BigInteger.Pow(5, power);
        var reciprocal = (BigInteger.One << ((int)divisor.GetBitLength() + 127)) / divisor + 1;
        return ((ulong)(reciprocal >> 64), (ulong)(reciprocal & ulong.MaxValue));
    }

    /// <summary>Reads the digits, up to eight at a time.</summary>
    private ref struct Digits(ReadOnlySpan<byte> text)
    {
        private readonly ReadOnlySpan<byte> _text = text;
        private int _count;

        /// <summary>The digits without the point, up to as many as fit.</summary>
        public ulong Number { get; private set; }

        /// <summary>The number of these digits after the point.</summary>
        public int Decimals { get; private set; }

        /// <summary>True if there are more digits.</summary>
        public bool IsCut { get; private set; }

        public bool TryRead()
        {
            var point = _text.Length;
            for (var i = 0; i < _text.Length; i++)
            {
                if (_text[i] == '.')
                {
                    point = i;
                    break;
                }

                if (!TryTake(_text[i]))
                {
                    return false;
                }
            }

            // Digits before the point must not be cut off: they determine the magnitude.
            return !IsCut && (point >= _text.Length ? _text.Length > 0 : TryReadDecimals(_text[(point + 1)..]) && _text.Length > 1);
        }

        private bool TryReadDecimals(ReadOnlySpan<byte> text)
        {
            while (text.Length >= 8 && _count + 8 <= MaxDigits && TryReadEight(text, out var eight))
            {
                Number = (Number * 100_000_000) + eight;
                _count += _count == 0 && Number == 0 ? 0 : 8;
                Decimals += 8;
                text = text[8..];
            }

            while (!text.IsEmpty)
            {
                // Digits that are cut off only have to be digits.
                if (_count == MaxDigits && text.Length >= 8 && TryReadEight(text, out _))
                {
                    IsCut = true;
                    text = text[8..];
                    continue;
                }

                var wasCut = IsCut;
                if (!TryTake(text[0]))
                {
                    return false;
                }

                Decimals += wasCut || IsCut ? 0 : 1;
                text = text[1..];
            }

            return true;
        }

        private bool TryTake(byte character)
        {
            var digit = (uint)(character - '0');
            if (_count < MaxDigits)
            {
                Number = (Number * 10) + digit;
                _count += Number == 0 ? 0 : 1;
            }
            else
            {
                IsCut = true;
            }

            return digit <= 9;
        }

        /// <summary>Eight digits at once: pairs, then fours, then all, are added up within one word.</summary>
        private static bool TryReadEight(ReadOnlySpan<byte> text, out ulong number)
        {
            var word = BinaryPrimitives.ReadUInt64LittleEndian(text);
            var isDigits = ((word & 0xF0F0F0F0F0F0F0F0) | (((word + 0x0606060606060606) & 0xF0F0F0F0F0F0F0F0) >> 4)) == 0x3333333333333333;
            word -= 0x3030303030303030;
            word = (word * 10) + (word >> 8);
            number = (((word & 0x000000FF000000FF) * 0x000F424000000064)
                + (((word >> 16) & 0x000000FF000000FF) * 0x0000271000000001)) >> 32;
            return isDigits;
        }
    }
}
