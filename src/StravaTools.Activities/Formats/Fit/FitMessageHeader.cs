namespace StravaTools.Activities.Formats.Fit;

/// <summary>The first byte of a message.</summary>
internal readonly record struct FitMessageHeader(byte Value)
{
    public const int Size = 1;
    public const int LocalTypes = 16;

    private const byte CompressedTimestampFlag = 0x80;
    private const byte DefinitionFlag = 0x40;
    private const byte DeveloperFieldsFlag = 0x20;
    private const byte LocalTypeMask = LocalTypes - 1;
    private const byte CompressedLocalTypeMask = 0x03;
    private const int CompressedLocalTypeShift = 5;
    private const byte TimeOffsetMask = 0x1F;

    /// <summary>True for a data message whose header carries the low five bits of its timestamp.</summary>
    public bool HasCompressedTimestamp => (Value & CompressedTimestampFlag) != 0;

    public bool IsDefinition => (Value & (CompressedTimestampFlag | DefinitionFlag)) == DefinitionFlag;

    /// <summary>Of a definition: whether developer fields follow the fields.</summary>
    public bool HasDeveloperFields => (Value & DeveloperFieldsFlag) != 0;

    public int LocalType
    {
        get
        {
            if (HasCompressedTimestamp)
            {
                return (Value >> CompressedLocalTypeShift) & CompressedLocalTypeMask;
            }

            return Value & LocalTypeMask;
        }
    }

    /// <summary>The low five bits of a compressed timestamp.</summary>
    public int TimeOffset => Value & TimeOffsetMask;

    public static FitMessageHeader OfData(int localType) => new((byte)localType);

    public static FitMessageHeader OfDefinition(int localType, bool hasDeveloperFields)
    {
        var flags = hasDeveloperFields ? DefinitionFlag | DeveloperFieldsFlag : DefinitionFlag;
        return new FitMessageHeader((byte)(flags | localType));
    }
}
