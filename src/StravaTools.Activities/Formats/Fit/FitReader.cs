using System.Buffers.Binary;
using StravaTools.Activities.Formats.Fit.Rules;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.Fit;

/// <summary>Reads a FIT file, or a chain of several as one. Damage is reported; the readable parts before and after it are read.</summary>
internal sealed class FitReader(FitSource source, FindingCollector findings, CancellationToken cancellationToken)
{
    /// <summary>A forged chain could have a fault in each of many tiny files; a few findings are enough.</summary>
    private const int MaxFaults = 20;

    private readonly FitContent _content = new(source);
    private int _faults;

    public IReadOnlyList<Activity> ReadActivities()
    {
        var position = 0;
        while (position < source.Length && StartsFile(position))
        {
            position = ReadFile(position);
        }

        FitRules.CheckContent(_content, findings);
        return new FitActivities(_content).BuildActivities();
    }

    private bool StartsFile(int position)
    {
        if (FitFileHeader.StartsAt(ReadHeaderBytes(position)))
        {
            return true;
        }

        Report(FitIntegrityRule.TrailingBytes, position, DescribeTrailing(source.Length - position));
        return false;
    }

    private static string DescribeTrailing(int count)
    {
        if (count == 1)
        {
            return "1 byte follows the end of the FIT file.";
        }

        return FormattableString.Invariant($"{count:N0} bytes follow the end of the FIT file.");
    }

    /// <returns>Where the next file of the chain begins.</returns>
    private int ReadFile(int position)
    {
        var length = source.Length - position;
        var header = FitFileHeader.ReadHeader(ReadHeaderBytes(position));
        CheckHeader(header, position);
        var isUnfinished = IsUnfinished(header, position);
        var isComplete = header.FileSize <= length && !isUnfinished;
        if (isComplete)
        {
            CheckCrc(header, position);
        }
        else
        {
            ReportDamage(source.Length, $"The header claims {header.FileSize} bytes, the file has {length}.");
        }

        var start = Math.Min(length, Math.Max(header.Size, FitFileHeader.SmallSize));
        var end = isUnfinished ? length : (int)Math.Clamp(header.Size + header.DataSize, start, length);
        var decoder = new FitDecoder(source, _content, cancellationToken);
        Report(decoder.Decode(position + start, position + end), isComplete);
        return position + Math.Min(length, end + FitFileHeader.CrcSize);
    }

    private ReadOnlySpan<byte> ReadHeaderBytes(int position) =>
        source.ReadWindow(position, Math.Min(source.Length, position + FitFileHeader.FullSize));

    /// <summary>See <see cref="FitFileHeader.IsUnfinished"/>.</summary>
    private bool IsUnfinished(FitFileHeader header, int position) =>
        header.DataSize == 0 && source.Length - position > header.FileSize
        && !FitFileHeader.StartsAt(ReadHeaderBytes(position + (int)header.FileSize));

    private void CheckHeader(FitFileHeader header, int position)
    {
        if (!header.HasKnownSize)
        {
            ReportDamage(position, $"The header claims to be {header.Size} bytes long; it is 12 or 14.");
        }
        else if (header.Crc != 0 && source.ComputeCrc(position, position + FitFileHeader.SmallSize) is var computed
            && computed != header.Crc)
        {
            ReportDamage(position + FitFileHeader.SmallSize, $"The header's CRC is 0x{header.Crc:X4}, computed 0x{computed:X4}.");
        }
    }

    private void CheckCrc(FitFileHeader header, int position)
    {
        var end = position + (int)(header.FileSize - FitFileHeader.CrcSize);
        var stored = BinaryPrimitives.ReadUInt16LittleEndian(source.ReadWindow(end, end + FitFileHeader.CrcSize));
        var computed = source.ComputeCrc(position, end);
        if (stored != computed)
        {
            ReportDamage(end, $"The CRC is 0x{stored:X4}, computed 0x{computed:X4}.");
        }
    }

    private void Report(FitStreamProblem? problem, bool isComplete)
    {
        // A file of the wrong size usually ends in the middle of a message, or with its checksum. This is not a second fault.
        if (problem is not null && (isComplete || !(problem.IsEnd || problem.Position >= source.Length - FitFileHeader.CrcSize)))
        {
            Report(FitRecordStreamRule.Rule, problem.Position, problem.What);
        }
    }

    private void ReportDamage(int offset, string what) => Report(FitIntegrityRule.Rule, offset, what);

    private void Report(ActivityFileRule rule, int offset, string what)
    {
        if (_faults++ < MaxFaults)
        {
            findings.Add(rule, what, SourceLocation.AtOffset(offset));
        }
    }
}
