namespace StravaTools.Activities.Formats.Fit;

/// <summary>The numbers of the messages that are read or written (profile 21.217).</summary>
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
    public const ushort DeveloperDataId = 207;
    public const ushort Set = 225;
    public const ushort Split = 312;

    /// <summary>The name of a message, as a finding shows it; a number if it is not one of these.</summary>
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
        DeveloperDataId => "developer_data_id",
        Set => "set",
        Split => "split",
        _ => $"message {message}",
    };
}
