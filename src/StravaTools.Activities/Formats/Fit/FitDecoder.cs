namespace StravaTools.Activities.Formats.Fit;

/// <summary>Goes through the records of one FIT file: definitions, and the data messages laid out by them.</summary>
/// <param name="bytes">The content up to the end of the records.</param>
/// <param name="start">Where the records begin.</param>
/// <param name="content">Takes the messages.</param>
internal ref struct FitDecoder(ReadOnlySpan<byte> bytes, int start, FitContent content)
{
    private const byte CompressedTimestampFlag = 0x80;
    private const byte DefinitionFlag = 0x40;
    private const byte DeveloperFieldsFlag = 0x20;
    private const byte LocalTypeMask = 0x0F;
    private const byte CompressedOffsetMask = 0x1F;
    private const int MessagesBetweenCancellationChecks = 4096;

    private readonly ReadOnlySpan<byte> _bytes = bytes;
    private readonly FitDefinition?[] _definitions = new FitDefinition?[LocalTypeMask + 1];
    private int _position = start;
    private uint? _lastTimestamp;

    /// <summary>Reads up to the end, or to the first thing that puts the stream out of step: after it nothing is sure to be what it seems.</summary>
    public FitStreamProblem? Decode(CancellationToken cancellationToken)
    {
        for (var count = 0; _position < _bytes.Length; count++)
        {
            if (count % MessagesBetweenCancellationChecks == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
            }

            if (DecodeMessage() is { } problem)
            {
                return problem;
            }
        }

        return null;
    }

    private FitStreamProblem? DecodeMessage()
    {
        var header = _bytes[_position];
        if ((header & CompressedTimestampFlag) != 0)
        {
            return DecodeData((header >> 5) & 3, _lastTimestamp is { } last ? FitTime.Expand(last, header & CompressedOffsetMask) : null);
        }

        if ((header & DefinitionFlag) != 0)
        {
            return DecodeDefinition(header & LocalTypeMask, (header & DeveloperFieldsFlag) != 0);
        }

        return DecodeData(header & LocalTypeMask, null);
    }

    private FitStreamProblem? DecodeDefinition(int localType, bool hasDeveloperFields)
    {
        var rest = _bytes[(_position + 1)..];
        var length = FitDefinition.LengthOf(rest, hasDeveloperFields);
        if (length > rest.Length)
        {
            return EndsEarly("definition message", length, rest.Length);
        }

        var definition = FitDefinition.ReadDefinition(rest[..length], out var problem);
        if (problem is not null)
        {
            return new FitStreamProblem($"The definition of {FitMessages.NameOf(definition.Message)} {problem}.", _position, false);
        }

        _definitions[localType] = definition;
        _position += 1 + length;
        return null;
    }

    private FitStreamProblem? DecodeData(int localType, uint? compressedTimestamp)
    {
        if (_definitions[localType] is not { } definition)
        {
            return new FitStreamProblem(
                $"A data message has the local message type {localType}, which no definition message defines.", _position, false);
        }

        var rest = _bytes[(_position + 1)..];
        if (definition.Size > rest.Length)
        {
            return EndsEarly($"{FitMessages.NameOf(definition.Message)} message", definition.Size, rest.Length);
        }

        var message = new FitMessage(definition, rest[..definition.Size], _position, compressedTimestamp);
        _lastTimestamp = message.Timestamp ?? _lastTimestamp;
        _position += 1 + definition.Size;
        content.AddMessage(message);
        return null;
    }

    private readonly FitStreamProblem EndsEarly(string message, int needed, int left) =>
        new($"The {message} needs {needed} bytes, but only {left} are left.", _position, true);
}
