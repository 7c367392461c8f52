namespace StravaTools.Activities.Formats.Fit;

/// <summary>The messages of the FIT profile that are read, by number.</summary>
internal static class FitMessages
{
    public const ushort FileId = 0;
    public const ushort Sport = 12;
    public const ushort Session = 18;
    public const ushort Lap = 19;
    public const ushort Record = 20;
    public const ushort Event = 21;
    public const ushort Activity = 34;
    public const ushort Length = 101;
    public const ushort Hr = 132;
    public const ushort FieldDescription = 206;
    public const ushort Set = 225;
    public const ushort Split = 312;

    /// <summary>The name of a message, as a finding shows it; a number for those that are not read.</summary>
    public static string NameOf(ushort message) => message switch
    {
        FileId => "file_id",
        Sport => "sport",
        Session => "session",
        Lap => "lap",
        Record => "record",
        Event => "event",
        Activity => "activity",
        Length => "length",
        Hr => "hr",
        FieldDescription => "field_description",
        Set => "set",
        Split => "split",
        _ => $"message {message}",
    };
}
