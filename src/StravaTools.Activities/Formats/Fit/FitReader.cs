using System.Buffers.Binary;
using StravaTools.Activities.Formats.Fit.Rules;
using StravaTools.Activities.Model;
using StravaTools.Activities.Validation;

namespace StravaTools.Activities.Formats.Fit;

/// <summary>Reads a FIT file, or a chain of several as one. Damage is reported; the readable parts before and after it are read.</summary>
internal sealed class FitReader(ReadOnlyMemory<byte> bytes, FindingCollector findings, CancellationToken cancellationToken)
{
    /// <summary>A forged chain could have a fault in each of many tiny files; a few findings are enough.</summary>
    private const int MaxFaults = 20;

    private readonly FitContent _content = new();
    private int _faults;

    public IReadOnlyList<Activity> ReadActivities()
    {
        var position = 0;
        while (position < bytes.Length && StartsFile(position))
        {
            position = ReadFile(position);
        }

        FitRules.CheckContent(_content, findings);
        return new FitActivities(_content).BuildActivities();
    }

    private bool StartsFile(int position)
    {
        if (FitFileHeader.StartsAt(bytes.Span[position..]))
        {
            return true;
        }

        Report(FitIntegrityRule.TrailingBytes, position, DescribeTrailing(bytes.Length - position));
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
        var file = bytes.Span[position..];
        var header = FitFileHeader.ReadHeader(file);
        CheckHeader(header, file, position);
        var isComplete = CheckSize(header, file, position);
        if (isComplete)
        {
            CheckCrc(header, file, position);
        }

        var start = Math.Min(file.Length, Math.Max(header.Size, FitFileHeader.SmallSize));
        var end = header.IsUnfinished(file) ? file.Length : (int)Math.Clamp(header.Size + header.DataSize, start, file.Length);
        Report(FitDecoder.Decode(bytes.Span[..(position + end)], position + start, _content, cancellationToken), isComplete);
        return position + Math.Min(file.Length, end + FitFileHeader.CrcSize);
    }

    private void CheckHeader(FitFileHeader header, ReadOnlySpan<byte> file, int position)
    {
        if (!header.HasKnownSize)
        {
            ReportDamage(position, $"The header claims to be {header.Size} bytes long; it is 12 or 14.");
        }
        else if (header.Crc != 0 && FitCrc.Compute(file[..FitFileHeader.SmallSize]) is var computed && computed != header.Crc)
        {
            ReportDamage(position + FitFileHeader.SmallSize, $"The header's CRC is 0x{header.Crc:X4}, computed 0x{computed:X4}.");
        }
    }

    private bool CheckSize(FitFileHeader header, ReadOnlySpan<byte> file, int position)
    {
        if (header.FileSize <= file.Length && !header.IsUnfinished(file))
        {
            return true;
        }

        ReportDamage(position + file.Length, $"The header claims {header.FileSize} bytes, the file has {file.Length}.");
        return false;
    }

    private void CheckCrc(FitFileHeader header, ReadOnlySpan<byte> file, int position)
    {
        var end = (int)(header.FileSize - FitFileHeader.CrcSize);
        var stored = BinaryPrimitives.ReadUInt16LittleEndian(file[end..]);
        var computed = FitCrc.Compute(file[..end]);
        if (stored != computed)
        {
            ReportDamage(position + end, $"The CRC is 0x{stored:X4}, computed 0x{computed:X4}.");
        }
    }

    private void Report(FitStreamProblem? problem, bool isComplete)
    {
        // A file of the wrong size usually ends in the middle of a message, or with its checksum. This is not a second fault.
        if (problem is not null && (isComplete || !(problem.IsEnd || problem.Position >= bytes.Length - FitFileHeader.CrcSize)))
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
